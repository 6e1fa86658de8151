@esignon-startsimple
Feature: Login success
  A user of the company who proves who they are receives a token of their own.

  Background:
    Given Mina is a user of the company

  Rule: Right credentials yield result code 00 and a token

    @must @ES-01
    Scenario: A user logs in
      When Mina logs in
      Then the login is accepted

    @must @ES-02
    Scenario: The answer has the form of the document
      When Mina logs in
      Then the answer is the envelope of a success

    @must @ES-03
    Scenario: The answer bears its code
      When Mina logs in
      Then the answer bears the response code of the document

    @must @ES-04
    Scenario: A token is handed out
      When Mina logs in
      Then the answer carries a token

    @must @ES-05
    Scenario: The company comes back
      When Mina logs in
      Then the answer names the company of the path

    @must @ES-06
    Scenario: The e-mail comes back
      When Mina logs in
      Then the answer names the e-mail that was sent

    @must @ES-07
    Scenario: A device id comes back
      When Mina logs in
      Then the answer carries a device id

    @must @ES-08
    Scenario: The token says when it expires
      When Mina logs in
      Then the token expires on a recognisable date in the future

    @must @SS-01
    Scenario: The token is good for a month
      When Mina logs in
      Then the token lives 30 days

  Rule: Tokens belong to one user

    @must @ES-24
    Scenario: Two users log in
      Given Joon is another user of the company
      When Mina and Joon log in
      Then their tokens differ
