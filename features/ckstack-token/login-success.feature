@ckstack-token
Feature: Login success with S000001
  A user who proves who they are receives a token, and is told about themselves and their companies.

  Background:
    Given Sora is a user

  Rule: Right credentials yield S000001 and a token

    @must @CK-01
    Scenario: A user logs in
      When Sora logs in
      Then the login is accepted

    @must @CK-04
    Scenario: A message comes along
      When Sora logs in
      Then the answer carries a message

    @must @CK-05
    Scenario: A token is handed out
      When Sora logs in
      Then the answer carries a token

    @must @CK-06
    Scenario: The token says when it expires
      When Sora logs in
      Then the token expires in seconds, within ten years

  Rule: The answer describes the user

    @must @CK-07
    Scenario: The user comes back
      When Sora logs in
      Then the answer names the user who logged in

    @must @CK-08
    Scenario: What is told of the user has its type
      When Sora logs in
      Then the documented members of the user have their types

    @should @CK-08
    Scenario: Everything documented is told of the user
      When Sora logs in
      Then all documented members of the user are there

  Rule: The answer describes companies, groups and menus

    @must @CK-09
    Scenario: The tree is there
      When Sora logs in
      Then the companies, groups and menus are there

    @must @CK-10
    Scenario: What is told of them has its type
      When Sora logs in
      Then the documented members of company, group and menu have their types

  Rule: Tokens belong to one user

    @must @CK-27
    Scenario: Two users log in
      Given Haru is another user
      When Sora and Haru log in
      Then their tokens differ
