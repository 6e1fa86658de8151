@ckstack-token
Feature: HTTP and JSON
  Whatever the outcome of a login, the answer can be read in the same way.

  Background:
    Given Sora is a user

  Rule: A client's mistake is answered in UTF-8 JSON, and never as a server error

    @must @CK-23 @CK-31
    Scenario Outline: The answer to a login <login>
      When Sora sends a login <login>
      Then the answer's HTTP status is one that the contract allows
      And the answer is UTF-8 JSON

      Examples: one mistake of each kind
        | login                                      |
        | with a completely different password       |
        | as a user who does not exist               |
        | without a password                         |
        | whose user id is a number                  |
        | with an empty body                         |
        | with a body that lacks its last brace      |
        | that is just null                          |
        | without H-Authorization                    |
        | with a signature that differs near its end |

  Rule: A successful login is answered in UTF-8 JSON

    @must @CK-31
    Scenario: A user logs in
      When Sora logs in
      Then the answer is UTF-8 JSON

  Rule: Whatever a client may send, the server can answer

    @must @CK-23
    Scenario Outline: The server can answer a login <login>
      When Sora sends a login <login>
      Then the server can answer the login

      Examples: requests of which no document speaks
        | login                                        |
        | with neither a body nor a Content-Length     |
        | sent in chunks                               |
        | sent with Content-Encoding: identity         |
        | with a query that cannot be decoded          |
        | with a transaction id that cannot be decoded |

  Rule: Every answer has the content type JSON

    @should @CK-31
    Scenario: The content type of the answer to a user
      When Sora logs in
      Then the answer has the content type JSON

    @should @CK-31
    Scenario Outline: The content type of the answer to a login <login>
      When Sora sends a login <login>
      Then the answer has the content type JSON

      Examples: refusals that may come from different layers of the server
        | login                                |
        | with a completely different password |
        | with an empty body                   |
        | without H-Authorization              |

  Rule: No answer begins with a byte order mark

    @should @CK-31 @since-2026-12
    Scenario: The first bytes of the answer to a user
      When Sora logs in
      Then the answer has no byte order mark

    @should @CK-31 @since-2026-12
    Scenario: The first bytes of the answer to a wrong password
      When Sora sends a login with a completely different password
      Then the answer has no byte order mark
