@ckstack-token
Feature: The form of refusals
  Clients read refusals by program: each has the documented form, and gives nothing away.

  Background:
    Given Sora is a user

  Rule: Every refusal is a well-formed envelope

    @must @CK-18
    Scenario Outline: The form of the answer to a login <login>
      When Sora sends a login <login>
      Then the refusal is a well-formed envelope without a token

      Examples: one refusal of each kind
        | login                                      |
        | with a password unlike the right one       |
        | as a user who does not exist               |
        | without a password                         |
        | whose user id is a number                  |
        | with an empty body                         |
        | with a body that lacks its last brace      |
        | that is null as a whole                    |
        | without H-Authorization                    |
        | with a signature that differs near its end |

  Rule: No answer repeats the password or its hash

    @must @CK-11
    Scenario: A user logs in
      When Sora logs in
      Then the password does not stand in the answer

    @must @CK-11
    Scenario Outline: The answer to a login <login>
      When Sora sends a login <login>
      Then the password does not stand in the answer

      Examples: refusals that could repeat what they got
        | login                                           |
        | with a password unlike the right one            |
        | as a user who does not exist                    |
        | with the plain password in place of its SHA-256 |
        | with a body that lacks its last brace           |
        | without H-Authorization                         |
