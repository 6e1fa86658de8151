@esignon-startsimple
Feature: The form of refusals
  Client programs have to understand refusals: each has the documented form and reveals nothing.

  Background:
    Given Mina is a user of the company

  Rule: Every refusal is a well-formed envelope

    @must @ES-16 @SS-02
    Scenario Outline: The form of the answer to a login <login>
      When Mina sends a login <login>
      Then the answer is a well-formed refusal without a token
      And the answer's result code is one the document lists

      Examples: one refusal of each kind
        | login                                 |
        | with a completely different password  |
        | with an e-mail that nobody has        |
        | with a body that lacks its last brace |
        | without the member "body"             |
        | without a password                    |
        | whose request code is "1002Q"         |
        | to a company that does not exist      |

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

  Rule: A company that is blocked at the other endpoint is answered with the codes of this one

    @must @SS-02
    Scenario: An unknown user logs in to a blocked company
      Given Bora is a user of a blocked company
      When Bora sends a login with an e-mail that nobody has
      Then the login is refused with result code "10", "12" or "99"
