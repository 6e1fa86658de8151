@ckstack-token @pacts
Feature: What a client of the token service relies on
  The token client's contract says what it sends, and what it uses of the answer.

  Rule: The answers fulfil every interaction of the contract

    @must @CK-01 @CK-05 @CK-06
    Scenario: A login with right credentials
      When the interaction of that name is verified
      Then the client finds what it relies on

    @must @RO-01
    Scenario: A login of a system administrator
      When the interaction of that name is verified
      Then the client finds what it relies on

    @must @CK-13 @CK-18
    Scenario: A login of a user who does not exist
      When the interaction of that name is verified
      Then the client finds what it relies on
