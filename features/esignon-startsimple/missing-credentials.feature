@esignon-startsimple
Feature: Refusing incomplete credentials
  A login needs an e-mail and a password, both as text.

  Background:
    Given Mina is a user of the company

  Rule: A missing, empty or unfit e-mail is refused

    @must @ES-14
    Scenario Outline: A login <login>
      When Mina sends a login <login>
      Then the login is refused with result code "12", "99" or "10"

      Examples: e-mails that are none
        | login                                                |
        | without an e-mail                                    |
        | whose e-mail is null                                 |
        | whose e-mail is empty                                |
        | whose e-mail is a number                             |
        | whose e-mail is the number 0                         |
        | whose e-mail is the number -1.5                      |
        | whose e-mail is true                                 |
        | whose e-mail is false                                |
        | whose e-mail is an empty object                      |
        | whose e-mail is an empty array                       |
        | whose e-mail has a capital in the name of its member |

  Rule: A missing, empty or unfit password is refused

    @must @ES-14
    Scenario Outline: A login <login>
      When Mina sends a login <login>
      Then the login is refused with result code "12", "99" or "10"

      Examples: passwords that are none
        | login                                                  |
        | without a password                                     |
        | whose password is null                                 |
        | whose password is empty                                |
        | whose password is a number                             |
        | whose password is the number 0                         |
        | whose password is the number -1.5                      |
        | whose password is true                                 |
        | whose password is false                                |
        | whose password is an empty object                      |
        | whose password is an empty array                       |
        | whose password has a capital in the name of its member |

  Rule: Credentials count in their own members only

    @must @ES-14
    Scenario Outline: A login <login>
      When Mina sends a login <login>
      Then the login is refused with result code "12", "99" or "10"

      Examples: credentials that stand elsewhere
        | login                                                |
        | whose credentials stand in its header                |
        | whose credentials go by the names email and password |
        | whose credentials stand in its query                 |

    @must @ES-14
    Scenario: Nothing is left of the login before
      When Mina logs in and right after that sends a login without an e-mail
      Then the login is refused with result code "12", "99" or "10"
