@esignon-startsimple @esignon-login
Feature: Only a POST of JSON logs in
  Other kinds of request get no token.

  Background:
    Given Mina is a user of the company

  Rule: No other method issues a token

    @must @ES-22
    Scenario Outline: A login <login>
      When Mina sends a login <login>
      Then no token is issued

      Examples: other methods
        | login                  |
        | with the method GET    |
        | with the method PUT    |
        | with the method PATCH  |
        | with the method DELETE |

  Rule: Other methods are refused as not supported

    @should @ES-22
    Scenario Outline: A login <login> is refused as not supported
      When Mina sends a login <login>
      Then the method is refused

      Examples: other methods
        | login                  |
        | with the method GET    |
        | with the method PUT    |
        | with the method PATCH  |
        | with the method DELETE |

  Rule: A login that is not sent as JSON gets no token

    @should @ES-31
    Scenario Outline: A login <login>
      When Mina sends a login <login>
      Then the media type is refused

      Examples: other media types
        | login                                        |
        | sent as text/plain                           |
        | sent as a form                               |
        | sent as JSON with the content type of a form |
