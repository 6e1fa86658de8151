Feature: Login success
  A user of the company who proves who they are receives a token of their own.

  Background:
    Given Mina is a user of the company

  @esignon-startsimple @esignon-login
  Rule: Right credentials yield result code 00 and a token

    @must @ES-01
    Scenario: A user logs in
      When Mina logs in
      Then the login is accepted

    @must @ES-02
    Scenario: The answer has the documented form
      When Mina logs in
      Then the answer is a well-formed success envelope

    @must @ES-03
    Scenario: The answer has its response code
      When Mina logs in
      Then the answer has the documented response code

    @must @ES-04
    Scenario: A token is issued
      When Mina logs in
      Then the answer contains a token

    @must @ES-05
    Scenario: The answer names the company
      When Mina logs in
      Then the answer names the company in the path

    @must @ES-06
    Scenario: The answer names the e-mail
      When Mina logs in
      Then the answer names the e-mail that was sent

    @must @ES-07
    Scenario: The answer contains a device id
      When Mina logs in
      Then the answer contains a device id

    @must @ES-08
    Scenario: The token has an expiry date
      When Mina logs in
      Then the answer's token expires on a recognisable date in the future

  @esignon-startsimple
  Rule: A token lives for a month

    @must @SS-01
    Scenario: The token is valid for a month
      When Mina logs in
      Then the answer's token is valid for 30 days

  @esignon-startsimple @esignon-login
  Rule: Tokens belong to one user

    @must @ES-24
    Scenario: Two users log in
      Given Joon is another user of the company
      When Mina and Joon log in
      Then their tokens differ
