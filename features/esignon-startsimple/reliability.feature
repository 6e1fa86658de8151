@esignon-startsimple
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
      When Mina enters wrong passwords as often as the failed-login budget allows and then logs in
      Then the login is accepted

    @must @ES-30
    Scenario: A user logs in after malformed requests
      When Mina sends malformed logins as often as the failed-login budget allows and then logs in
      Then the login is accepted
