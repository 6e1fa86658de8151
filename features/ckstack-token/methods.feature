@ckstack-token
Feature: Only a POST logs in
  Other kinds of request get no token.

  Background:
    Given Sora is a user

  Rule: No other method issues a token

    @must @CK-22
    Scenario Outline: A login <login>
      When Sora sends a login <login>
      Then no token is issued

      Examples: other methods
        | login                  |
        | with the method GET    |
        | with the method PUT    |
        | with the method PATCH  |
        | with the method DELETE |

  Rule: Other methods are refused as not supported

    @should @CK-22
    Scenario Outline: A login <login> is refused as not supported
      When Sora sends a login <login>
      Then the method is refused

      Examples: other methods
        | login                  |
        | with the method GET    |
        | with the method PUT    |
        | with the method PATCH  |
        | with the method DELETE |
