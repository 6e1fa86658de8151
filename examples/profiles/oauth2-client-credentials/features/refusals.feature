@oauth2-client-credentials
Feature: Refusals
  Whoever cannot prove who they are, or asks for something else, receives no token, and is told why.

  Background:
    Given Reporting is a client

  Rule: Wrong credentials are refused as those of an invalid client

    @must @OA-05
    Scenario Outline: A request <request>
      When Reporting sends a request <request>
      Then the request is refused with error "invalid_client"
      And the answer challenges the client to authenticate

      Examples: close to the right credentials and far from them
        | request                                 |
        | with a wrong secret                     |
        | with its secret minus the last character |
        | with its secret plus one more character |
        | with the case of its secret swapped     |
        | with the secret of another client       |
        | as a client that does not exist         |

    @must @OA-05
    Scenario: A request without credentials
      When Reporting sends a request without credentials
      Then the request is refused with error "invalid_client" or "invalid_request"

  Rule: A refusal does not reveal which clients exist

    @should @OA-06
    Scenario: A wrong secret looks like an unknown client
      When Reporting tries a request with a wrong secret, then one as a client that does not exist
      Then the two answers look the same

  Rule: The grant type is named once, and known

    @must @OA-07
    Scenario: A request with an unknown grant type
      When Reporting sends a request with an unknown grant type
      Then the request is refused with error "unsupported_grant_type"

    @must @OA-08
    Scenario Outline: A request <request>
      When Reporting sends a request <request>
      Then the request is refused with error "invalid_request"

      Examples: not exactly one grant type
        | request                    |
        | without a grant type       |
        | with an empty grant type   |
        | with its grant type twice  |

  Rule: No other method issues a token

    @must @OA-09
    Scenario Outline: A request <request>
      When Reporting sends a request <request>
      Then no token is issued

      Examples: other methods
        | request                |
        | with the method GET    |
        | with the method PUT    |
        | with the method PATCH  |
        | with the method DELETE |

  Rule: Refusals have the documented form and reveal nothing

    @must @OA-10 @OA-11
    Scenario Outline: The answer to a request <request>
      When Reporting sends a request <request>
      Then the answer is a well-formed refusal without a token
      And the answer does not contain the client secret

      Examples: one refusal of each kind
        | request                         |
        | with a wrong secret             |
        | as a client that does not exist |
        | with an unknown grant type      |
        | without a grant type            |

  Rule: Whatever is malformed is refused for the right reason

    @must @OA-15 @fuzzing
    Scenario: Generated requests
      When malformed requests are generated
      Then each of them is refused for the right reason
