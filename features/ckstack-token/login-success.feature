@ckstack-token
Feature: Login success with S000001
  A user who proves who they are receives a token, with details of the user and their companies.

  Background:
    Given Sora is a user

  Rule: Right credentials yield S000001 and a token

    @must @CK-01
    Scenario: A user logs in
      When Sora logs in
      Then the login is accepted

    @must @CK-04
    Scenario: The answer contains a message
      When Sora logs in
      Then the answer contains a message

    @must @CK-05
    Scenario: A token is issued
      When Sora logs in
      Then the answer contains a token

    @must @CK-06
    Scenario: The token has an expiry date
      When Sora logs in
      Then the answer's token expires within ten years, at a time given in seconds

  Rule: The answer describes the user

    @must @CK-07
    Scenario: The answer names the user
      When Sora logs in
      Then the answer names the user who logged in

    @must @CK-08
    Scenario: The user's details have the documented types
      When Sora logs in
      Then the answer's user has members of the documented types

    @should @CK-08
    Scenario: All documented details of the user are present
      When Sora logs in
      Then the answer's user has all documented members

  Rule: The answer describes companies, groups and menus

    @must @CK-09
    Scenario: Companies, groups and menus are present
      When Sora logs in
      Then the answer has companies, groups and menus

    @must @CK-10
    Scenario: Their details have the documented types
      When Sora logs in
      Then the answer's companies, groups and menus have members of the documented types

  Rule: Tokens belong to one user

    @must @CK-27
    Scenario: Two users log in
      Given Haru is another user
      When Sora and Haru log in
      Then their tokens differ
