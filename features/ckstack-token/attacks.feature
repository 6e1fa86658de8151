@ckstack-token
Feature: Withstanding attacks
  Credentials that a query language, a wildcard or a careless comparison would let through are refused.

  Background:
    Given Sora is a user

  Rule: A password is compared as text, and whole

    @must @CK-26
    Scenario Outline: A login <login>
      When Sora sends a login <login>
      Then no token is issued

      Examples: in place of the password
        | login                                                |
        | whose password is the operator {"$ne":null}          |
        | whose password is the operator {"$gt":""}            |
        | whose password is the operator {"$regex":".*"}       |
        | whose password is the right one in an array          |
        | whose password is the right one in an object         |
        | whose password is the SQL text ' OR '1'='1           |
        | whose password is the SQL text " OR "1"="1           |
        | whose password is the right one before a SQL comment |
        | whose password is the LDAP filter *)(uid=*           |
        | whose password is the wildcard *                     |
        | whose password is the wildcard %                     |
        | whose password is the right one and a NUL            |
        | whose password is the right one, a NUL and more      |
        | whose password is the object {"__proto__":{}}        |
        | whose password is the name __proto__                 |
        | whose password is the name constructor               |
        | whose password is the right one and 64 KiB more      |
        | whose password is 64 KiB long                        |
        | whose password is an array nested a thousand deep    |

  Rule: A user id is looked up as text, and whole

    @must @CK-26
    Scenario Outline: A login <login>
      When Sora sends a login <login>
      Then no token is issued

      Examples: in place of the user id
        | login                                               |
        | whose user id is the operator {"$ne":null}          |
        | whose user id is the operator {"$gt":""}            |
        | whose user id is the operator {"$regex":".*"}       |
        | whose user id is the right one in an array          |
        | whose user id is the right one in an object         |
        | whose user id is the SQL text ' OR '1'='1           |
        | whose user id is the SQL text " OR "1"="1           |
        | whose user id is the right one before a SQL comment |
        | whose user id is the LDAP filter *)(uid=*           |
        | whose user id is the wildcard *                     |
        | whose user id is the wildcard %                     |
        | whose user id is the right one and a NUL            |
        | whose user id is the right one, a NUL and more      |
        | whose user id is the object {"__proto__":{}}        |
        | whose user id is the name __proto__                 |
        | whose user id is the name constructor               |
        | whose user id is the right one and 64 KiB more      |
        | whose user id is 64 KiB long                        |
        | whose user id is an array nested a thousand deep    |
