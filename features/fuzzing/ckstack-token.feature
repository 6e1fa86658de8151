@ckstack-token @fuzzing
Feature: Generated logins
  What no example names is tried as well: the seed of the run decides which logins are generated, and makes the
  same ones again.

  Rule: Credentials are compared as text, and whole

    @must @CK-26
    Scenario: Credentials are given as whatever a careless comparison takes for the right ones
      When attacks are generated
      Then none of them is given a token

  Rule: A malformed login is refused for what is wrong with it

    @must @CK-29
    Scenario: Logins are malformed in their members or in their bytes
      When malformed logins are generated
      Then each of them is refused for what is wrong with it

    @must @CK-29
    Scenario: Logins are wrong in their signed headers
      When logins with wrong headers are generated
      Then each of them is refused for what is wrong with it

  Rule: A valid login is accepted, however it is written

    @must @CK-30
    Scenario: Logins are written in all the ways that JSON and HTTP leave open
      When equivalent logins are generated
      Then each of them is accepted

  Rule: A menu gives its role in any letter case, and under its whole name alone

    @must @RO-02
    Scenario: The menus of the system administrator are spelled in all cases
      Given Minjun is the fixture's system administrator
      When Minjun logs in
      Then every generated spelling of the menus is read by its name alone
      And Minjun has the role of system administrator and none above it
