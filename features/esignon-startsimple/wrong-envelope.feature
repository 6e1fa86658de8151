@esignon-startsimple
Feature: Refusing wrong envelopes
  A request that is not the documented operation is refused, even with right credentials in it.

  Background:
    Given Mina is a user of the company

  Rule: A header that is missing or no object is refused

    @must @ES-15
    Scenario Outline: A login <login>
      When Mina sends a login <login>
      Then the login is refused with result code "12" or "99"

      Examples: headers that are none
        | login                             |
        | without the member header         |
        | whose header is null              |
        | whose header is a string          |
        | whose header is a string of JSON  |
        | whose header is an array          |
        | whose header is a number          |
        | that is nested one level too deep |

  Rule: Only the request code 1001Q asks for a token

    @must @ES-15
    Scenario Outline: A login <login>
      When Mina sends a login <login>
      Then the login is refused with result code "12" or "99"

      Examples: other request codes
        | login                                                 |
        | without a request code                                |
        | whose request code is null                            |
        | whose request code is empty                           |
        | whose request code is the number 1001                 |
        | whose request code is "1001A", that of an answer      |
        | whose request code is "1001", without its letter      |
        | whose request code is "1001q", in small letters       |
        | whose request code is "1001Q " with a blank behind it |
        | whose request code is "1001Q" and a line feed         |
        | whose request code is an array with "1001Q" in it     |
        | whose request code is true                            |
        | whose request code is "1002Q"                         |

  Rule: A top level that is no object is refused

    @must @ES-15
    Scenario Outline: A login <login>
      When Mina sends a login <login>
      Then the login is refused with result code "12" or "99"

      Examples: top levels that are no object
        | login                                 |
        | that is an empty array as a whole     |
        | that is a string as a whole           |
        | that is a number as a whole           |
        | that is true as a whole               |
        | that is null as a whole               |
        | that is an array with the login in it |
        | that is a string of JSON as a whole   |
