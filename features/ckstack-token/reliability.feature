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
