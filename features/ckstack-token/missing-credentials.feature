@ckstack-token
Feature: Refusing incomplete credentials
  A login needs a user id and a password, both as text.

  Background:
    Given Sora is a user

  Rule: A missing, empty or unfit user id is refused

    @must @CK-16
    Scenario Outline: A login <login>
      When Sora sends a login <login>
      Then the login is refused

      Examples: user ids that are none
        | login                                                 |
        | without a user id                                     |
        | whose user id is null                                 |
        | whose user id is empty                                |
        | whose user id is a number                             |
        | whose user id is true                                 |
        | whose user id is false                                |
        | whose user id is zero                                 |
        | whose user id is a negative number                    |
        | whose user id is a fraction                           |
        | whose user id is an empty object                      |
        | whose user id is an empty array                       |
        | whose user id has a capital in the name of its member |

  Rule: A missing, empty or unfit password is refused

    @must @CK-16
    Scenario Outline: A login <login>
      When Sora sends a login <login>
      Then the login is refused

      Examples: passwords that are none
        | login                                                  |
        | without a password                                     |
        | whose password is null                                 |
        | whose password is empty                                |
        | whose password is a number                             |
        | whose password is true                                 |
        | whose password is false                                |
        | whose password is zero                                 |
        | whose password is a negative number                    |
        | whose password is a fraction                           |
        | whose password is an empty object                      |
        | whose password is an empty array                       |
        | whose password has a capital in the name of its member |

  Rule: Credentials in another place are none

    @must @CK-16
    Scenario Outline: A login <login>
      When Sora sends a login <login>
      Then the login is refused

      Examples: where nobody looks for them
        | login                                           |
        | whose credentials are nested one level too deep |
        | whose user id stands under other names          |
        | whose password stands under other names         |
        | whose user id stands in the query               |
        | whose password stands in the query              |
