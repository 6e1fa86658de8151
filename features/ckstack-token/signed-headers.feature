@ckstack-token
Feature: Checking the signed headers
  A request is accepted only when it is recent and comes from a known client.

  Background:
    Given Sora is a user

  Rule: Only a correct signature with a known key is accepted

    @must @CK-19
    Scenario Outline: A login <login>
      When Sora sends a login <login>
      Then the login is refused
      And no token is issued

      Examples: wrong authorizations
        | login                                                |
        | without H-Authorization                              |
        | with the scheme Basic in H-Authorization             |
        | with the scheme Bearer in H-Authorization            |
        | with Authorization instead of H-Authorization        |
        | with an unknown API key                              |
        | with the API key in a different letter case          |
        | with an empty signature after the API key            |
        | with only the API key                                |
        | with an empty API key before the signature           |
        | with a signature that differs in its first character |
        | with a signature that differs near its end           |
        | with a signature that differs in one letter          |
        | with a signature cut to half its length              |
        | without a transaction id and with a wrong signature  |

  Rule: The signature belongs to this request

    @must @CK-19
    Scenario Outline: A login <login>
      When Sora sends a login <login>
      Then the login is refused
      And no token is issued

      Examples: correct signatures of other requests
        | login                                            |
        | with a signature made for another minute         |
        | with a signature made without the date           |
        | with a signature made without the service        |
        | with a signature made for another transaction id |
        | with a signature made without the transaction id |
        | with a signature made for the method GET         |
        | with a signature made for another path           |
        | with a signature made for yesterday              |
        | with a signature made for another service        |
        | with a signature made with an empty key          |
        | with a signature made with another key           |
        | with a signature made without a key              |

      Examples: words in place of a signature
        | login                                    |
        | with the word undefined as the signature |
        | with the word null as the signature      |
        | with the word true as the signature      |
        | with the word signature as the signature |
        | with the word 0 as the signature         |

  Rule: The API key is compared as it is

    @must @CK-19
    Scenario Outline: A login <login>
      When Sora sends a login <login>
      Then no token is issued

      Examples: API keys that a careless comparison takes for the right one
        | login                                                                     |
        | with an API key that is right once letter case is ignored                 |
        | with an API key that is right once white space inside it is removed       |
        | with an API key that is right once percent escapes are decoded            |
        | with an API key that is right once HTML entities are decoded              |
        | with an API key that is right once JSON escapes are decoded               |
        | with an API key that is right once base64 is decoded                      |
        | with an API key that is right once hexadecimal is decoded                 |
        | with an API key that is right once quoted-printable is decoded            |
        | with an API key that is right once _ stands for any character             |
        | with an API key that is right once % stands for any text                  |
        | with an API key that is right once * stands for any text                  |
        | with an API key that is right once ? stands for any character             |
        | with an API key that is right once it is read as a regular expression     |
        | with an API key that is right once the stored digest is taken for it      |
        | with an API key that is right once its last character is dropped          |
        | with an API key that is right once only its beginning is compared         |
        | with an API key that is right once only its end is compared               |
        | with an API key that is right once it has to contain the right one only   |
        | with an API key that is right once it is cut after 8 characters           |
        | with an API key that is right once it is cut after 16 characters          |
        | with an API key that is right once it is cut after 32 characters          |
        | with an API key that is right once it is cut after 64 characters          |
        | with an API key that is right once the order of its characters is ignored |
        | with an API key that is right once it is a list of which one has to match |

  Rule: Only a current H-Date is accepted

    @should @CK-20
    Scenario Outline: A login <login>
      When Sora sends a login <login>
      Then the login is refused
      And no token is issued

      Examples: invalid and old dates
        | login                                 |
        | without H-Date                        |
        | with an H-Date that is not a date     |
        | with an H-Date in ISO 8601            |
        | with an H-Date in seconds since 1970  |
        | with an H-Date in the time zone +0900 |
        | with an H-Date that is a day old      |

    @should @CK-20 @since-2026-12
    Scenario: A login that is dated ahead
      When Sora sends a login with an H-Date that is a day ahead
      Then the login is refused
      And no token is issued

  Rule: Only a known service is accepted

    @should @CK-21
    Scenario Outline: A login <login>
      When Sora sends a login <login>
      Then the login is refused
      And no token is issued

      Examples: wrong services
        | login                                           |
        | without Ck-Service                              |
        | with an empty Ck-Service                        |
        | with an unknown Ck-Service                      |
        | with an extra letter appended to the Ck-Service |
        | with the Ck-Service minus its last character    |
        | with the Ck-Service in a different letter case  |
