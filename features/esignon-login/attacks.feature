@esignon-login
Feature: Withstanding attacks
  Credentials that a query language, a wildcard or a careless comparison would let through are refused.

  Background:
    Given Mina is a user of the company

  Rule: A password is compared as text, and whole

    @must @ES-26
    Scenario Outline: A login <login>
      When Mina sends a login <login>
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
        | whose password hides in a __proto__ member           |

  Rule: An e-mail is looked up as text, and whole

    @must @ES-26
    Scenario Outline: A login <login>
      When Mina sends a login <login>
      Then no token is issued

      Examples: in place of the e-mail
        | login                                              |
        | whose e-mail is the operator {"$ne":null}          |
        | whose e-mail is the operator {"$gt":""}            |
        | whose e-mail is the operator {"$regex":".*"}       |
        | whose e-mail is the right one in an array          |
        | whose e-mail is the right one in an object         |
        | whose e-mail is the SQL text ' OR '1'='1           |
        | whose e-mail is the SQL text " OR "1"="1           |
        | whose e-mail is the right one before a SQL comment |
        | whose e-mail is the LDAP filter *)(uid=*           |
        | whose e-mail is the wildcard *                     |
        | whose e-mail is the wildcard %                     |
        | whose e-mail is the right one and a NUL            |
        | whose e-mail is the right one, a NUL and more      |
        | whose e-mail is the object {"__proto__":{}}        |
        | whose e-mail is the name __proto__                 |
        | whose e-mail is the name constructor               |
        | whose e-mail is the right one and 64 KiB more      |
        | whose e-mail is 64 KiB long                        |
        | whose e-mail is an array nested a thousand deep    |

  Rule: Text that a database chokes on is refused as any other

    @must @ES-26 @ES-17
    Scenario Outline: A login <login>
      When Mina sends a login <login>
      Then no token is issued
      And the HTTP status is one that the contract allows

      Examples: odd and long text
        | login                                                 |
        | with an e-mail that has an emoji in it                |
        | with an e-mail that has a backslash at its end        |
        | with an e-mail that has 300 characters                |
        | with an e-mail that has 4000 characters               |
        | with a wrong password that has an emoji in it         |
        | with a wrong password that has a backslash at its end |
        | with a wrong password that has 300 characters         |
        | with a wrong password that has 4000 characters        |
