@oauth2-client-credentials
Feature: A client with right credentials gets a token
  A program logs in by its own name, without any user.

  Background:
    Given Reporting is a client

  Rule: Right credentials yield an access token

    @must @OA-01
    Scenario: A client requests a token
      When Reporting requests a token
      Then the request is accepted
      And the answer contains an access token

  Rule: The client is told how to use the token

    @must @OA-02
    Scenario: The token has a type
      When Reporting requests a token
      Then the answer names the token's type

    @should @OA-02
    Scenario: The token is a bearer token
      When Reporting requests a token
      Then the answer's token is of the type Bearer

    @must @OA-03
    Scenario: A lifetime is a number of seconds
      When Reporting requests a token
      Then the answer's lifetime is a number of seconds, if there is one

    @should @OA-03
    Scenario: The token has a lifetime
      When Reporting requests a token
      Then the answer contains a lifetime

  Rule: Tokens are kept out of caches

    @must @OA-04
    Scenario: An answer with a token
      When Reporting requests a token
      Then the answer is not to be stored

    @should @OA-04
    Scenario: An answer with a token that passes an old cache
      When Reporting requests a token
      Then the answer is not to be stored by caches of HTTP 1.0

  Rule: What means the same is treated alike

    @must @OA-12
    Scenario Outline: A request <request>
      When Reporting sends a request <request>
      Then the request is accepted

      Examples: other ways to write a plain request
        | request                                         |
        | with a parameter that nobody knows              |
        | with the scheme of its credentials in lower case |
        | with its media type in capitals                 |

  Rule: Tokens belong to one client

    @must @OA-14
    Scenario: Two clients request tokens
      Given Billing is another client
      When Reporting and Billing request tokens
      Then their tokens differ

  Rule: One request does not disturb another

    @must @OA-13 @OA-14
    Scenario: Sixteen simultaneous requests
      When the clients send sixteen requests at the same time
      Then each request gets its own answer

    @must @OA-13
    Scenario: A client requests a token after refused requests
      When Reporting requests a token after as many refused requests as the budget allows:
        | with a wrong secret           |
        | with an unknown grant type    |
      Then the request is accepted
