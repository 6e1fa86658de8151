@esignon-startsimple
Feature: The form of refusals
  Clients read refusals by program: each has the documented form, and gives nothing away.

  Background:
    Given Mina is a user of the company

  Rule: Every refusal is a well-formed envelope

    @must @ES-16 @SS-02
    Scenario Outline: The form of the answer to a login <login>
      When Mina sends a login <login>
      Then the refusal is a well-formed envelope without a token
      And the result code stands in the table of the document

      Examples: one refusal of each kind
        | login                                 |
        | with a password unlike the right one  |
        | with an e-mail that nobody has        |
        | with a body that lacks its last brace |
        | without the member body               |
        | without a password                    |
        | whose request code is "1002Q"         |
        | to a company that does not exist      |

  Rule: Refusals bear the response code of the document

    @must @ES-03
    Scenario: Wrong credentials are refused
      When Mina sends a login with a password unlike the right one
      Then the answer bears the response code of the document

    @should @ES-03
    Scenario Outline: The response code in the answer to a login <login>
      When Mina sends a login <login>
      Then the answer bears the response code of the document

      Examples: refusals that know little of the request
        | login                                 |
        | with a body that lacks its last brace |
        | without the member body               |
        | whose request code is "1002Q"         |

  Rule: No answer repeats the password

    @must @ES-23
    Scenario: A user logs in
      When Mina logs in
      Then the password does not stand in the answer

    @must @ES-23
    Scenario Outline: The answer to a login <login>
      When Mina sends a login <login>
      Then the password does not stand in the answer

      Examples: refusals that could repeat what they got
        | login                                  |
        | with a password unlike the right one   |
        | with an e-mail that nobody has         |
        | with a body that lacks its last brace  |
        | with a body that goes on after its end |
        | whose request code is "1002Q"          |
        | whose body is a string of JSON         |

  Rule: A company that may not call the other endpoint is answered by the codes of this one

    @must @SS-02
    Scenario: Somebody unknown logs in to a blocked company
      Given Bora is a user of a company that may not call the API
      When Bora sends a login with an e-mail that nobody has
      Then the login is refused with result code "10", "12" or "99"
