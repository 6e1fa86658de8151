@ckstack-token
Feature: Reliability under repeated and simultaneous logins
  One login does not disturb another.

  Background:
    Given Sora is a user

  Rule: Simultaneous logins each get their own answer

    @must @CK-28 @CK-27
    Scenario: Sixteen simultaneous logins
      When the users send sixteen logins at the same time
      Then each login gets its own answer

  Rule: A user can still log in after refused requests

    @must @CK-33
    Scenario: A user logs in after wrong passwords
      When Sora logs in after as many refused logins as the budget allows:
        | with a completely different password            |
        | with the right password plus one more character |
      Then the login is accepted

    @must @CK-33
    Scenario: A user logs in after malformed requests
      When Sora logs in after as many refused logins as the budget allows:
        | with a body that lacks its last brace |
        | without a password                    |
      Then the login is accepted
