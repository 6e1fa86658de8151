@esignon-startsimple @pacts
Feature: What a client of startsimple relies on
  The token client's contract says what it sends, and what it uses of the answer.

  Rule: The answers fulfil every interaction of the contract

    @must @ES-01 @ES-02 @ES-04 @ES-08
    Scenario: A login with right credentials
      When the interaction of that name is verified
      Then the client finds what it relies on

    @must @ES-10 @ES-16
    Scenario: A login with an e-mail that nobody has
      When the interaction of that name is verified
      Then the client finds what it relies on

    @must @ES-12 @ES-16
    Scenario: A login whose envelope was lost
      When the interaction of that name is verified
      Then the client finds what it relies on

    @must @ES-13 @ES-16
    Scenario: A login whose credentials were lost
      When the interaction of that name is verified
      Then the client finds what it relies on
