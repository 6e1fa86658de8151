@ckstack-token
Feature: Refusing wrong credentials
  A caller who cannot prove who they are receives no token.

  Background:
    Given Sora is a user

  Rule: A wrong password is refused

    @must @CK-12
    Scenario Outline: A login <login>
      When Sora sends a login <login>
      Then the login is refused

      Examples: near to the right password and far from it
        | login                                                                 |
        | with a password unlike the right one                                  |
        | with the right password less its last character                       |
        | with the right password less its first character                      |
        | with the right password and one character more                        |
        | with a password that shares the first 8 characters of the right one   |
        | with the right password in capitals                                   |
        | with the right password in small letters                              |
        | with the right password, its first letter in the other case           |
        | with the right password after a blank                                 |
        | with the right password before a blank                                |
        | with the password of another user                                     |
        | with a digest that is right but for its last characters               |
        | with a digest that differs in its last bit only                       |
        | with the digest of a password that differs in its last character only |
        | with an emoji and a backslash at the end of the digest                |

  Rule: An unknown user is refused

    @must @CK-13
    Scenario Outline: A login <login>
      When Sora sends a login <login>
      Then the login is refused

      Examples: users that do not exist
        | login                                               |
        | as a user who does not exist                        |
        | as a user whose id has a tag in it                  |
        | as a user whose id only begins like an existing one |
        | as a user whose id has the wildcard _ for a letter  |
        | as a user whose id has an emoji in it               |
        | as a user whose id ends in a backslash              |
        | as a user whose id has 300 characters               |
        | as a user whose id has 4000 characters              |

  Rule: A refusal does not tell which users exist

    @should @CK-14
    Scenario: A wrong password looks like an unknown user
      When Sora logs in with a wrong password and then somebody unknown tries
      Then the two answers cannot be told apart

  Rule: The password travels as its SHA-256 only

    @must @CK-15
    Scenario: The plain password is sent
      When every user sends a login with the plain password in place of its SHA-256
      Then each of the logins is refused
