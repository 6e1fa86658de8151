@esignon-login
Feature: HTTP and JSON
  Whatever a login leads to, the answer can be read the same way.

  Background:
    Given Mina is a user of the company

  Rule: Every login is answered HTTP 200 or 400, in UTF-8 JSON

    @must @ES-17 @ES-18
    Scenario: A user logs in
      When Mina logs in
      Then the HTTP status is one that the contract allows
      And the body of the answer is UTF-8 JSON

    @must @ES-17 @ES-18
    Scenario Outline: The answer to a login <login>
      When Mina sends a login <login>
      Then the HTTP status is one that the contract allows
      And the body of the answer is UTF-8 JSON

      Examples: refusals that may come from other layers
        | login                                         |
        | with a password unlike the right one          |
        | with an empty body                            |
        | with a body of plain text                     |
        | with a body that is cut off in the middle     |
        | with a byte that is not UTF-8 in its password |
        | that is null as a whole                       |
        | that is an empty array as a whole             |
        | whose body is null                            |
        | whose header is null                          |
        | whose e-mail is a number                      |
        | whose password is the number -1.5             |
        | whose password is an empty object             |
        | to a company that does not exist              |

  Rule: Every answer is announced as JSON

    @should @ES-18
    Scenario: How the answer to a user is announced
      When Mina logs in
      Then the answer is announced as JSON

    @should @ES-18
    Scenario Outline: How the answer to a login <login> is announced
      When Mina sends a login <login>
      Then the answer is announced as JSON

      Examples: refusals that may come from other layers
        | login                                 |
        | with a password unlike the right one  |
        | with an empty body                    |
        | with a body that lacks its last brace |
