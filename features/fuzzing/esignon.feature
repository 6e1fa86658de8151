@esignon-startsimple @esignon-login @fuzzing
Feature: Generated logins
  Logins that no example lists are tried as well. The seed of the run decides which ones: the same seed generates
  the same logins.

  Rule: Credentials are compared as plain text and in full

    @must @ES-26
    Scenario: The credentials are values that a careless comparison mistakes for the right ones
      When attacks are generated
      Then none of them gets a token

  Rule: A malformed login is refused for the right reason

    @must @ES-27
    Scenario: Logins have malformed members or bytes
      When malformed logins are generated
      Then each of them is refused for the right reason

  Rule: A valid login is accepted, however it is written

    @must @ES-28
    Scenario: Logins are written in every way that JSON and HTTP allow
      When equivalent logins are generated
      Then each of them is accepted
