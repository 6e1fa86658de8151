@esignon-startsimple @esignon-login
Feature: HTTP and JSON
  Whatever the outcome of a login, the answer can be read in the same way.

  Background:
    Given Mina is a user of the company

  Rule: Every login is answered with HTTP 200 or 400 and UTF-8 JSON

    @must @ES-17 @ES-18
    Scenario: A user logs in
      When Mina logs in
      Then the answer's HTTP status is one that the contract allows
      And the answer is UTF-8 JSON

    @must @ES-17 @ES-18
    Scenario Outline: The answer to a login <login>
      When Mina sends a login <login>
      Then the answer's HTTP status is one that the contract allows
      And the answer is UTF-8 JSON

      Examples: refusals that may come from different layers of the server
        | login                                      |
        | with a completely different password       |
        | with an empty body                         |
        | with a body of plain text                  |
        | with a body that is cut off in the middle  |
        | with an invalid UTF-8 byte in its password |
        | that is just null                          |
        | that is just an empty array                |
        | whose body is null                         |
        | whose header is null                       |
        | whose e-mail is a number                   |
        | whose password is the number -1.5          |
        | whose password is an empty object          |
        | to a company that does not exist           |

  Rule: Whatever a client may send, the server can answer

    @must @ES-17
    Scenario Outline: The server can answer a login <login>
      When Mina sends a login <login>
      Then the server can answer the login

      Examples: requests of which no document speaks
        | login                                |
        | with neither a body nor a Content-Length |
        | sent in chunks                       |
        | sent with Content-Encoding: identity |
        | with a query that cannot be decoded  |
        | to a company that cannot be decoded  |
        | whose session id is null             |
        | whose session id is a number         |
        | whose session id is an object        |

  Rule: Every answer has the content type JSON

    @should @ES-18
    Scenario: The content type of the answer to a user
      When Mina logs in
      Then the answer has the content type JSON

    @should @ES-18
    Scenario Outline: The content type of the answer to a login <login>
      When Mina sends a login <login>
      Then the answer has the content type JSON

      Examples: refusals that may come from different layers of the server
        | login                                 |
        | with a completely different password  |
        | with an empty body                    |
        | with a body that lacks its last brace |

  Rule: No answer begins with a byte order mark

    @should @ES-18 @since-2026-12
    Scenario: The first bytes of the answer to a user
      When Mina logs in
      Then the answer has no byte order mark

    @should @ES-18 @since-2026-12
    Scenario: The first bytes of the answer to a wrong password
      When Mina sends a login with a completely different password
      Then the answer has no byte order mark
