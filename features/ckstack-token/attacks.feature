@ckstack-token
Feature: Resisting attacks
  Credentials made to deceive a query language, a wildcard match or a careless comparison are refused.

  Background:
    Given Sora is a user

  Rule: A password is compared as plain text and in full

    @must @CK-26
    Scenario Outline: A login <login>
      When Sora sends a login <login>
      Then no token is issued

      Examples: values in place of the password
        | login                                                           |
        | whose password is the operator {"$ne":null}                     |
        | whose password is the operator {"$gt":""}                       |
        | whose password is the operator {"$regex":".*"}                  |
        | whose password is the right one in an array                     |
        | whose password is the right one in an object                    |
        | whose password is the SQL text ' OR '1'='1                      |
        | whose password is the SQL text " OR "1"="1                      |
        | whose password is the right one followed by a SQL comment       |
        | whose password is the LDAP filter *)(uid=*                      |
        | whose password is the wildcard *                                |
        | whose password is the wildcard %                                |
        | whose password is the right one followed by a NUL               |
        | whose password is the right one followed by a NUL and more text |
        | whose password is the object {"__proto__":{}}                   |
        | whose password is the text __proto__                            |
        | whose password is the text constructor                          |
        | whose password is the right one followed by 64 KiB of text      |
        | whose password is 64 KiB long                                   |
        | whose password is an array nested 1000 levels deep              |

  Rule: A user id is looked up as plain text and in full

    @must @CK-26
    Scenario Outline: A login <login>
      When Sora sends a login <login>
      Then no token is issued

      Examples: values in place of the user id
        | login                                                          |
        | whose user id is the operator {"$ne":null}                     |
        | whose user id is the operator {"$gt":""}                       |
        | whose user id is the operator {"$regex":".*"}                  |
        | whose user id is the right one in an array                     |
        | whose user id is the right one in an object                    |
        | whose user id is the SQL text ' OR '1'='1                      |
        | whose user id is the SQL text " OR "1"="1                      |
        | whose user id is the right one followed by a SQL comment       |
        | whose user id is the LDAP filter *)(uid=*                      |
        | whose user id is the wildcard *                                |
        | whose user id is the wildcard %                                |
        | whose user id is the right one followed by a NUL               |
        | whose user id is the right one followed by a NUL and more text |
        | whose user id is the object {"__proto__":{}}                   |
        | whose user id is the text __proto__                            |
        | whose user id is the text constructor                          |
        | whose user id is the right one followed by 64 KiB of text      |
        | whose user id is 64 KiB long                                   |
        | whose user id is an array nested 1000 levels deep              |

  Rule: The provider itself keeps attacks out

    @should @CK-26 @since-2026-12
    Scenario Outline: The answer to a login <login>
      When Sora sends a login <login>
      Then the answer is the provider's own refusal

      Examples: what gateways look out for
        | login                                             |
        | whose password is the operator {"$ne":null}       |
        | whose password is the SQL text ' OR '1'='1        |
        | whose password is the LDAP filter *)(uid=*        |
        | whose password is the right one followed by a NUL |
        | whose password is 64 KiB long                     |
