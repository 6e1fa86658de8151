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
      And no token is issued

      Examples: close to the right password and far from it
        | login                                                              |
        | with a completely different password                               |
        | with the right password minus its last character                   |
        | with the right password minus its first character                  |
        | with the right password plus one more character                    |
        | with a wrong password that starts with the same 8 characters       |
        | with the right password in upper case                              |
        | with the right password in lower case                              |
        | with the right password, the case of its first letter swapped      |
        | with a leading space before the right password                     |
        | with a trailing space after the right password                     |
        | with the password of another user                                  |
        | with the right digest, characters near its end changed             |
        | with the right digest, its last bit flipped                        |
        | with the digest of the right password, its last character replaced |
        | with a digest that ends with an emoji and a backslash              |

  Rule: An unknown user is refused

    @must @CK-13
    Scenario Outline: A login <login>
      When Sora sends a login <login>
      Then the login is refused
      And no token is issued

      Examples: users that do not exist
        | login                                          |
        | as a user who does not exist                   |
        | with a +tag added to a known user id           |
        | with extra text appended to a known user id    |
        | with a known user id, one letter replaced by _ |
        | as a user whose id contains an emoji           |
        | as a user whose id ends with a backslash       |
        | as a user whose id is 300 characters long      |
        | as a user whose id is 4000 characters long     |

  Rule: A refusal does not reveal which users exist

    @should @CK-14
    Scenario: A wrong password looks like an unknown user
      When Sora tries a login with a completely different password, then one as a user who does not exist
      Then the two answers look the same

  Rule: The password is accepted as its SHA-256 digest only

    @must @CK-15
    Scenario: The plain password is sent
      When every user sends a login with the plain password instead of its SHA-256 digest
      Then each of the logins is refused
