@esignon-startsimple
Feature: Refusing wrong credentials
  A caller who cannot prove who they are receives no token.

  Background:
    Given Mina is a user of the company

  Rule: A wrong password yields result code 10

    @must @ES-09
    Scenario Outline: A login <login>
      When Mina sends a login <login>
      Then the login is refused with result code "10"

      Examples: near to the right password and far from it
        | login                                                               |
        | with a password unlike the right one                                |
        | with the right password less its last character                     |
        | with the right password less its first character                    |
        | with the right password and one character more                      |
        | with a password that shares the first 8 characters of the right one |
        | with the right password in capitals                                 |
        | with the right password in small letters                            |
        | with the right password, its first letter in the other case         |
        | with the right password after a blank                               |
        | with the right password before a blank                              |
        | with the password of another user                                   |
        | with the right password, its last character another one             |

  Rule: White space that no ordinary password has is a part of it

    @must @ES-09
    Scenario Outline: A login <login>
      When Mina sends a login <login>
      Then no token is issued

      Examples: what a reader of lines drops
        | login                                      |
        | with the right password before a line feed |
        | with the right password after a tab        |

  Rule: An unknown e-mail yields result code 10

    @must @ES-10
    Scenario Outline: A login <login>
      When Mina sends a login <login>
      Then the login is refused with result code "10"

      Examples: e-mails without an account
        | login                                                   |
        | with an e-mail that nobody has                          |
        | with the e-mail of an account and more behind it        |
        | with the e-mail of an account and a tag in it           |
        | with the e-mail of an account at another subdomain      |
        | with the e-mail of an account and more before it        |
        | with the e-mail of an account, _ in place of one letter |

  Rule: A refusal does not tell which e-mails have an account

    @should @ES-11
    Scenario: A wrong password looks like an unknown e-mail
      When Mina logs in with a wrong password and then somebody unknown tries
      Then the two answers cannot be told apart
