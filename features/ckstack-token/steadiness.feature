@ckstack-token
Feature: Steadiness
  One login does not disturb another.

  Background:
    Given Sora is a user

  Rule: Simultaneous logins each get an answer of their own

    @must @CK-28 @CK-27
    Scenario: Sixteen logins at once
      When the users log in sixteen times at once
      Then each of them gets an answer of their own
