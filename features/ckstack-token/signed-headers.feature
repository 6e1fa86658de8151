@ckstack-token
Feature: Checking the signed headers
  A request is served only when it comes from a known client, in time.

  Background:
    Given Sora is a user

  Rule: Only a right signature of a known key is served

    @must @CK-19
    Scenario Outline: A login <login>
      When Sora sends a login <login>
      Then the login is refused

      Examples: authorizations that are wrong
        | login                                                |
        | without H-Authorization                              |
        | with the scheme Basic in H-Authorization             |
        | with the scheme Bearer in H-Authorization            |
        | with Authorization in place of H-Authorization       |
        | with an API key that is not known                    |
        | with the API key in the other letter case            |
        | with no signature behind the API key                 |
        | with the API key alone                               |
        | with no API key before the signature                 |
        | with a signature that differs in its first character |
        | with a signature that differs near its end           |
        | with a signature that differs in one letter          |
        | with a signature cut to half its length              |
        | without a transaction id and with a wrong signature  |

  Rule: The signature is that of this request

    @must @CK-19
    Scenario Outline: A login <login>
      When Sora sends a login <login>
      Then the login is refused

      Examples: right signatures of other requests
        | login                                              |
        | with the signature of another minute               |
        | with a signature without a date                    |
        | with a signature without a service                 |
        | with the signature of another transaction          |
        | with the signature of a path without a transaction |

  Rule: Only a present H-Date is served

    @should @CK-20
    Scenario Outline: A login <login>
      When Sora sends a login <login>
      Then the login is refused

      Examples: dates that are none, or old
        | login                                |
        | without H-Date                       |
        | with an H-Date that is no date       |
        | with an H-Date in ISO 8601           |
        | with an H-Date in seconds since 1970 |
        | with an H-Date in the zone +0900     |
        | with an H-Date that is a day old     |

  Rule: Only a known service is served

    @should @CK-21
    Scenario Outline: A login <login>
      When Sora sends a login <login>
      Then the login is refused

      Examples: services
        | login                                        |
        | without Ck-Service                           |
        | with an empty Ck-Service                     |
        | with a Ck-Service that is not known          |
        | with the Ck-Service and a letter more        |
        | with the Ck-Service less its last character  |
        | with the Ck-Service in the other letter case |
