@ckstack-token
Feature: Only a POST logs in
  Other ways to the endpoint lead nowhere.

  Background:
    Given Sora is a user

  Rule: No other method issues a token

    @must @CK-22
    Scenario Outline: A login <login>
      When Sora sends a login <login>
      Then no token is issued

      Examples: other methods
        | login                |
        | by the method GET    |
        | by the method PUT    |
        | by the method PATCH  |
        | by the method DELETE |

  Rule: Other methods are refused as such

    @should @CK-22
    Scenario Outline: A login <login> is refused as such
      When Sora sends a login <login>
      Then the method is refused

      Examples: other methods
        | login                |
        | by the method GET    |
        | by the method PUT    |
        | by the method PATCH  |
        | by the method DELETE |
