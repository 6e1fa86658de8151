@esignon-startsimple @esignon-login
Feature: Resisting attacks
  Credentials made to deceive a query language, a wildcard match or a careless comparison are refused.

  Background:
    Given Mina is a user of the company

  Rule: A password is compared as plain text and in full

    @must @ES-26
    Scenario Outline: A login <login>
      When Mina sends a login <login>
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
        | whose password is inside a __proto__ member                     |

  Rule: An e-mail is looked up as plain text and in full

    @must @ES-26
    Scenario Outline: A login <login>
      When Mina sends a login <login>
      Then no token is issued

      Examples: values in place of the e-mail
        | login                                                         |
        | whose e-mail is the operator {"$ne":null}                     |
        | whose e-mail is the operator {"$gt":""}                       |
        | whose e-mail is the operator {"$regex":".*"}                  |
        | whose e-mail is the right one in an array                     |
        | whose e-mail is the right one in an object                    |
        | whose e-mail is the SQL text ' OR '1'='1                      |
        | whose e-mail is the SQL text " OR "1"="1                      |
        | whose e-mail is the right one followed by a SQL comment       |
        | whose e-mail is the LDAP filter *)(uid=*                      |
        | whose e-mail is the wildcard *                                |
        | whose e-mail is the wildcard %                                |
        | whose e-mail is the right one followed by a NUL               |
        | whose e-mail is the right one followed by a NUL and more text |
        | whose e-mail is the object {"__proto__":{}}                   |
        | whose e-mail is the text __proto__                            |
        | whose e-mail is the text constructor                          |
        | whose e-mail is the right one followed by 64 KiB of text      |
        | whose e-mail is 64 KiB long                                   |
        | whose e-mail is an array nested 1000 levels deep              |

  Rule: Text that databases have trouble with is refused like any other

    @must @ES-26 @ES-17
    Scenario Outline: A login <login>
      When Mina sends a login <login>
      Then no token is issued
      And the answer's HTTP status is one that the contract allows

      Examples: unusual and long text
        | login                                              |
        | with an e-mail that contains an emoji              |
        | with an e-mail that ends with a backslash          |
        | with an e-mail that is 300 characters long         |
        | with an e-mail that is 4000 characters long        |
        | with a wrong password that contains an emoji       |
        | with a wrong password that ends with a backslash   |
        | with a wrong password that is 300 characters long  |
        | with a wrong password that is 4000 characters long |

  Rule: The provider itself keeps attacks out

    @should @ES-26 @since-2026-12
    Scenario Outline: The answer to a login <login>
      When Mina sends a login <login>
      Then the answer is the provider's own refusal

      Examples: what gateways look out for
        | login                                             |
        | whose password is the operator {"$ne":null}       |
        | whose password is the SQL text ' OR '1'='1        |
        | whose password is the LDAP filter *)(uid=*        |
        | whose password is the right one followed by a NUL |
        | whose password is 64 KiB long                     |
