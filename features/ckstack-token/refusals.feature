@ckstack-token
Feature: The form of refusals
  Client programs have to understand refusals: each has the documented form and reveals nothing.

  Background:
    Given Sora is a user

  Rule: Every refusal is a well-formed envelope

    @must @CK-18
    Scenario Outline: The form of the answer to a login <login>
      When Sora sends a login <login>
      Then the answer is a well-formed refusal without a token

      Examples: one refusal of each kind
        | login                                      |
        | with a completely different password       |
        | as a user who does not exist               |
        | without a password                         |
        | whose user id is a number                  |
        | with an empty body                         |
        | with a body that lacks its last brace      |
        | that is just null                          |
        | without H-Authorization                    |
        | with a signature that differs near its end |

  Rule: No answer repeats the password or its hash

    @must @CK-11
    Scenario: A user logs in
      When Sora logs in
      Then the answer does not contain the password

    @must @CK-11
    Scenario Outline: The answer to a login <login>
      When Sora sends a login <login>
      Then the answer does not contain the password

      Examples: refusals that might repeat what was sent
        | login                                                 |
        | with a completely different password                  |
        | as a user who does not exist                          |
        | with the plain password instead of its SHA-256 digest |
        | with a body that lacks its last brace                 |
        | without H-Authorization                               |
