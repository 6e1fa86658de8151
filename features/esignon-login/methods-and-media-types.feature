@esignon-login
Feature: Only a POST of JSON logs in
  Other ways to the endpoint lead nowhere.

  Background:
    Given Mina is a user of the company

  Rule: No other method issues a token

    @must @ES-22
    Scenario Outline: A login <login>
      When Mina sends a login <login>
      Then no token is issued

      Examples: other methods
        | login                |
        | by the method GET    |
        | by the method PUT    |
        | by the method PATCH  |
        | by the method DELETE |

  Rule: Other methods are refused as such

    @should @ES-22
    Scenario Outline: A login <login> is refused as such
      When Mina sends a login <login>
      Then the method is refused

      Examples: other methods
        | login                |
        | by the method GET    |
        | by the method PUT    |
        | by the method PATCH  |
        | by the method DELETE |

  Rule: What is not sent as JSON gets no token

    @should @ES-31
    Scenario Outline: A login <login>
      When Mina sends a login <login>
      Then the media type is refused

      Examples: other media types
        | login               |
        | sent as text/plain  |
        | sent as a form      |
        | announced as a form |
