@esignon-startsimple @esignon-login
Feature: Refusing wrong envelopes
  A request that is not the documented operation is refused, even with the right credentials.

  Background:
    Given Mina is a user of the company

  Rule: A "header" member that is missing or not an object is refused

    @must @ES-15
    Scenario Outline: A login <login>
      When Mina sends a login <login>
      Then the login is refused with result code "12" or "99"
      And no token is issued

      Examples: wrong "header" members
        | login                                    |
        | without the member "header"              |
        | whose header is null                     |
        | whose header is a string                 |
        | whose header is encoded as a JSON string |
        | whose header is an array                 |
        | whose header is a number                 |
        | that is nested one level too deep        |

  Rule: Only the request code 1001Q asks for a token

    @must @ES-15
    Scenario Outline: A login <login>
      When Mina sends a login <login>
      Then the login is refused with result code "12" or "99"
      And no token is issued

      Examples: other request codes
        | login                                                   |
        | without a request code                                  |
        | whose request code is null                              |
        | whose request code is empty                             |
        | whose request code is the number 1001                   |
        | whose request code is "1001A", the code of an answer    |
        | whose request code is "1001", without its letter        |
        | whose request code is "1001q", in lower case            |
        | whose request code is "1001Q " with a trailing space    |
        | whose request code is "1001Q" with a trailing line feed |
        | whose request code is an array that contains "1001Q"    |
        | whose request code is true                              |
        | whose request code is "1002Q"                           |

  Rule: A request whose top level is not an object is refused

    @must @ES-15
    Scenario Outline: A login <login>
      When Mina sends a login <login>
      Then the login is refused with result code "12" or "99"
      And no token is issued

      Examples: top levels that are not objects
        | login                            |
        | that is just an empty array      |
        | that is just a string            |
        | that is just a number            |
        | that is just true                |
        | that is just null                |
        | that is wrapped in an array      |
        | that is encoded as a JSON string |
