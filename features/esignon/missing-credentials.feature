@esignon-startsimple @esignon-login
Feature: Refusing incomplete credentials
  A login needs an e-mail and a password, both as text.

  Background:
    Given Mina is a user of the company

  Rule: An e-mail that is missing, empty or not text is refused

    @must @ES-14
    Scenario Outline: A login <login>
      When Mina sends a login <login>
      Then the login is refused with result code "12", "99" or "10"
      And no token is issued

      Examples: invalid e-mails
        | login                           |
        | without an e-mail               |
        | whose e-mail is null            |
        | whose e-mail is empty           |
        | whose e-mail is a number        |
        | whose e-mail is the number 0    |
        | whose e-mail is the number -1.5 |
        | whose e-mail is true            |
        | whose e-mail is false           |
        | whose e-mail is an empty object |
        | whose e-mail is an empty array  |

  Rule: A password that is missing, empty or not text is refused

    @must @ES-14
    Scenario Outline: A login <login>
      When Mina sends a login <login>
      Then the login is refused with result code "12", "99" or "10"
      And no token is issued

      Examples: invalid passwords
        | login                             |
        | without a password                |
        | whose password is null            |
        | whose password is empty           |
        | whose password is a number        |
        | whose password is the number 0    |
        | whose password is the number -1.5 |
        | whose password is true            |
        | whose password is false           |
        | whose password is an empty object |
        | whose password is an empty array  |

  Rule: A member whose name differs in letter case counts as missing or as the documented one

    @must @ES-14
    Scenario Outline: A login <login>
      When Mina sends a login <login>
      Then the login is refused, or answered as a lenient reader would answer it

      Examples: names in another letter case
        | login                                        |
        | whose e-mail member has a capitalised name   |
        | whose password member has a capitalised name |
        | whose request code has a capitalised name    |
        | whose header has a capitalised name          |
        | whose body has a capitalised name            |

  Rule: A member whose name differs in letter case is better taken for missing

    @should @ES-14
    Scenario Outline: A login <login> is incomplete
      When Mina sends a login <login>
      Then the login is refused as incomplete
      And no token is issued

      Examples: names in another letter case
        | login                                        |
        | whose e-mail member has a capitalised name   |
        | whose password member has a capitalised name |
        | whose request code has a capitalised name    |
        | whose header has a capitalised name          |
        | whose body has a capitalised name            |

  Rule: Credentials elsewhere in the request are ignored

    @must @ES-14
    Scenario Outline: A login <login>
      When Mina sends a login <login>
      Then the login is refused with result code "12", "99" or "10"
      And no token is issued

      Examples: credentials in other places
        | login                                                   |
        | with the credentials in the header instead of the body  |
        | with the credentials under the names email and password |

    @must @ES-14
    Scenario: The credentials are in the query
      When Mina sends a login with the credentials in the query
      Then no token is issued

    @must @ES-14
    Scenario: Nothing is left over from the previous login
      When Mina logs in and immediately afterwards sends a login without an e-mail
      Then the login is refused with result code "12", "99" or "10"
      And no token is issued
