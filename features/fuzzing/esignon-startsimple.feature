@esignon-startsimple @fuzzing
Feature: Generated logins
  What no example names is tried as well: the seed of the run decides which logins are generated, and makes the
  same ones again.

  Rule: Credentials are compared as text, and whole

    @must @ES-26
    Scenario: Credentials are given as whatever a careless comparison takes for the right ones
      When attacks are generated
      Then none of them is given a token

  Rule: A malformed login is refused for what is wrong with it

    @must @ES-27
    Scenario: Logins are malformed in their members or in their bytes
      When malformed logins are generated
      Then each of them is refused for what is wrong with it

  Rule: A valid login is accepted, however it is written

    @must @ES-28
    Scenario: Logins are written in all the ways that JSON and HTTP leave open
      When equivalent logins are generated
      Then each of them is accepted
