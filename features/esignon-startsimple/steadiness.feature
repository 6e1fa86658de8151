@esignon-startsimple
Feature: Steadiness
  One login does not disturb another.

  Background:
    Given Mina is a user of the company

  Rule: Simultaneous logins each get an answer of their own

    @must @ES-25 @ES-24
    Scenario: Sixteen logins at once
      When the users log in sixteen times at once
      Then each of them gets an answer of their own

  Rule: Refusals leave no trace

    @must @ES-30
    Scenario: A user logs in after wrong passwords
      When Mina gives wrong passwords as often as the budget allows and then logs in
      Then the login is accepted

    @must @ES-30
    Scenario: A user logs in after malformed requests
      When Mina sends malformed logins as often as the budget allows and then logs in
      Then the login is accepted
