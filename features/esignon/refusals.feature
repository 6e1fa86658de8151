Feature: The form of refusals
  Client programs have to understand refusals: each has the documented form and reveals nothing.

  Background:
    Given Mina is a user of the company

  @esignon-startsimple @esignon-login
  Rule: Every refusal is a well-formed envelope

    @must @ES-16
    Scenario Outline: The form of the answer to a login <login>
      When Mina sends a login <login>
      Then the answer is a well-formed refusal without a token

      Examples: one refusal of each kind
        | login                                 |
        | with a completely different password  |
        | with an e-mail that nobody has        |
        | with a body that lacks its last brace |
        | without the member "body"             |
        | without a password                    |
        | whose request code is "1002Q"         |
        | to a company that does not exist      |

  Rule: Every result code is one the document lists

    @must
    Scenario Outline: The result code of the answer to a login <login>
      When Mina sends a login <login>
      Then the answer's result code is one the document lists

      @esignon-startsimple @SS-02
      Examples: one refusal of each kind, for startsimple
        | login                                 |
        | with a completely different password  |
        | with an e-mail that nobody has        |
        | with a body that lacks its last brace |
        | without the member "body"             |
        | without a password                    |
        | whose request code is "1002Q"         |
        | to a company that does not exist      |

      @esignon-login @LG-02
      Examples: one refusal of each kind, for login
        | login                                 |
        | with a completely different password  |
        | with an e-mail that nobody has        |
        | with a body that lacks its last brace |
        | without the member "body"             |
        | without a password                    |
        | whose request code is "1002Q"         |
        | to a company that does not exist      |

  @esignon-startsimple @esignon-login
  Rule: Refusals have the documented response code

    @must @ES-03
    Scenario: Wrong credentials are refused
      When Mina sends a login with a completely different password
      Then the answer has the documented response code

    @should @ES-03
    Scenario Outline: The response code in the answer to a login <login>
      When Mina sends a login <login>
      Then the answer has the documented response code

      Examples: requests that could not be understood
        | login                                 |
        | with a body that lacks its last brace |
        | without the member "body"             |
        | whose request code is "1002Q"         |

  @esignon-startsimple @esignon-login
  Rule: No answer repeats the password

    @must @ES-23
    Scenario: A user logs in
      When Mina logs in
      Then the answer does not contain the password

    @must @ES-23
    Scenario Outline: The answer to a login <login>
      When Mina sends a login <login>
      Then the answer does not contain the password

      Examples: refusals that might repeat what was sent
        | login                                     |
        | with a completely different password      |
        | with an e-mail that nobody has            |
        | with a body that lacks its last brace     |
        | with extra text after the end of the body |
        | whose request code is "1002Q"             |
        | whose body is encoded as a JSON string    |
