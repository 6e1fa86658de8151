@esignon-startsimple @esignon-login
Feature: Refusing wrong credentials
  A caller who cannot prove who they are receives no token.

  Background:
    Given Mina is a user of the company

  Rule: A wrong password yields result code 10

    @must @ES-09
    Scenario Outline: A login <login>
      When Mina sends a login <login>
      Then the login is refused with result code "10"
      And no token is issued

      Examples: close to the right password and far from it
        | login                                                         |
        | with a completely different password                          |
        | with the right password minus its last character              |
        | with the right password minus its first character             |
        | with the right password plus one more character               |
        | with a wrong password that starts with the same 8 characters  |
        | with the right password in upper case                         |
        | with the right password in lower case                         |
        | with the right password, the case of its first letter swapped |
        | with a leading space before the right password                |
        | with a trailing space after the right password                |
        | with the password of another user                             |
        | with the right password, its last character replaced          |

  Rule: Line breaks and tabs count as part of a password

    @must @ES-09
    Scenario Outline: A login <login>
      When Mina sends a login <login>
      Then no token is issued

      Examples: white space that line-based readers drop
        | login                                     |
        | with a line feed after the right password |
        | with a tab before the right password      |

  Rule: An unknown e-mail yields result code 10

    @must @ES-10
    Scenario Outline: A login <login>
      When Mina sends a login <login>
      Then the login is refused with result code "10"
      And no token is issued

      Examples: e-mails without an account
        | login                                         |
        | with an e-mail that nobody has                |
        | with extra text appended to a known e-mail    |
        | with a +tag added to a known e-mail           |
        | with a known e-mail at another subdomain      |
        | with extra text in front of a known e-mail    |
        | with a known e-mail, one letter replaced by _ |

  Rule: A refusal does not reveal which e-mails have an account

    @should @ES-11
    Scenario: A wrong password looks like an unknown e-mail
      When Mina tries a login with a completely different password, then one with an e-mail that nobody has
      Then the two answers look the same
