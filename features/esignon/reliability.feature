@esignon-startsimple @esignon-login
Feature: Reliability under repeated and simultaneous logins
  One login does not disturb another.

  Background:
    Given Mina is a user of the company

  Rule: Simultaneous logins each get their own answer

    @must @ES-25 @ES-24
    Scenario: Sixteen simultaneous logins
      When the users send sixteen logins at the same time
      Then each login gets its own answer

  Rule: A user can still log in after refused requests

    @must @ES-30
    Scenario: A user logs in after wrong passwords
      When Mina logs in after as many refused logins as the budget allows:
        | with a completely different password             |
        | with the right password plus one more character |
        | with the right password in upper case           |
      Then the login is accepted

    @must @ES-30
    Scenario: A user logs in after malformed requests
      When Mina logs in after as many refused logins as the budget allows:
        | that is wrapped in an array           |
        | with a body that lacks its last brace |
        | without a password                    |
      Then the login is accepted
