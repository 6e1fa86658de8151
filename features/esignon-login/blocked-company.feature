@esignon-login
Feature: Refusing blocked companies
  A company that is not allowed to call the API gets no token, whoever asks.

  Background:
    Given Bora is a user of a blocked company

  Rule: Right credentials yield result code 95

    @must @LG-01
    Scenario: A user of the blocked company logs in
      When Bora logs in
      Then the login is refused with result code "95"

  Rule: Wrong credentials yield result code 95 or 10

    @must @LG-03
    Scenario Outline: A login <login>
      When Bora sends a login <login>
      Then the login is refused with result code "95" or "10"

      Examples: wrong credentials
        | login                                |
        | with a completely different password |
        | with an e-mail that nobody has       |
