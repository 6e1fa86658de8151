@ckstack-token
Feature: Only a POST of JSON logs in
  Other kinds of request get no token.

  Background:
    Given Sora is a user

  Rule: No other method issues a token

    @must @CK-22
    Scenario Outline: A login <login>
      When Sora sends a login <login>
      Then no token is issued

      Examples: usual methods
        | login                  |
        | with the method GET    |
        | with the method PUT    |
        | with the method PATCH  |
        | with the method DELETE |
        | with the method HEAD   |

      Examples: methods that few servers know
        | login                    |
        | with the method QUERY    |
        | with the method SEARCH   |
        | with the method PROPFIND |
        | with the method LOCK     |

  Rule: A safe method stays one, whatever else the request says

    @must @CK-22
    Scenario Outline: A login <login>
      When Sora sends a login <login>
      Then no token is issued

      Examples: the method that is meant, where frameworks look for it
        | login                                                                      |
        | with the method GET and POST in X-HTTP-Method-Override                     |
        | with the method GET and POST in X-HTTP-Method-Override, signed for POST    |
        | with the method GET and POST in X-HTTP-Method                              |
        | with the method GET and POST in X-HTTP-Method, signed for POST             |
        | with the method GET and POST in X-Method-Override                          |
        | with the method GET and POST in X-Method-Override, signed for POST         |
        | with the method GET and _method=POST in the query                          |
        | with the method GET and _method=POST in the query, signed for POST         |
        | with the method GET and _method=POST in a form                             |
        | with the method GET and _method=POST in a form, signed for POST            |
        | with the method GET and _method=POST in the JSON                           |
        | with the method GET and _method=POST in the JSON, signed for POST          |
        | with the method HEAD and POST in X-HTTP-Method-Override                    |
        | with the method HEAD and POST in X-HTTP-Method-Override, signed for POST   |
        | with the method HEAD and POST in X-HTTP-Method                             |
        | with the method HEAD and POST in X-HTTP-Method, signed for POST            |
        | with the method HEAD and POST in X-Method-Override                         |
        | with the method HEAD and POST in X-Method-Override, signed for POST        |
        | with the method HEAD and _method=POST in the query                         |
        | with the method HEAD and _method=POST in the query, signed for POST        |
        | with the method HEAD and _method=POST in a form                            |
        | with the method HEAD and _method=POST in a form, signed for POST           |
        | with the method HEAD and _method=POST in the JSON                          |
        | with the method HEAD and _method=POST in the JSON, signed for POST         |
        | with the method QUERY and POST in X-HTTP-Method-Override                   |
        | with the method QUERY and POST in X-HTTP-Method-Override, signed for POST  |
        | with the method QUERY and POST in X-HTTP-Method                            |
        | with the method QUERY and POST in X-HTTP-Method, signed for POST           |
        | with the method QUERY and POST in X-Method-Override                        |
        | with the method QUERY and POST in X-Method-Override, signed for POST       |
        | with the method QUERY and _method=POST in the query                        |
        | with the method QUERY and _method=POST in the query, signed for POST       |
        | with the method QUERY and _method=POST in a form                           |
        | with the method QUERY and _method=POST in a form, signed for POST          |
        | with the method QUERY and _method=POST in the JSON                         |
        | with the method QUERY and _method=POST in the JSON, signed for POST        |
        | with the method SEARCH and POST in X-HTTP-Method-Override                  |
        | with the method SEARCH and POST in X-HTTP-Method-Override, signed for POST |
        | with the method SEARCH and POST in X-HTTP-Method                           |
        | with the method SEARCH and POST in X-HTTP-Method, signed for POST          |
        | with the method SEARCH and POST in X-Method-Override                       |
        | with the method SEARCH and POST in X-Method-Override, signed for POST      |
        | with the method SEARCH and _method=POST in the query                       |
        | with the method SEARCH and _method=POST in the query, signed for POST      |
        | with the method SEARCH and _method=POST in a form                          |
        | with the method SEARCH and _method=POST in a form, signed for POST         |
        | with the method SEARCH and _method=POST in the JSON                        |
        | with the method SEARCH and _method=POST in the JSON, signed for POST       |

  Rule: Other methods are refused as not supported

    @should @CK-22
    Scenario Outline: A login <login> is refused as not supported
      When Sora sends a login <login>
      Then the method is refused

      Examples: usual methods
        | login                  |
        | with the method GET    |
        | with the method PUT    |
        | with the method PATCH  |
        | with the method DELETE |

      Examples: methods that few servers know
        | login                    |
        | with the method QUERY    |
        | with the method SEARCH   |
        | with the method PROPFIND |
        | with the method LOCK     |

  Rule: Any other method stays itself, too

    @should @CK-22
    Scenario Outline: A login <login>
      When Sora sends a login <login>
      Then no token is issued

      Examples: the method that is meant, where frameworks look for it
        | login                                                                      |
        | with the method PUT and POST in X-HTTP-Method-Override                     |
        | with the method PUT and POST in X-HTTP-Method-Override, signed for POST    |
        | with the method PUT and POST in X-HTTP-Method                              |
        | with the method PUT and POST in X-HTTP-Method, signed for POST             |
        | with the method PUT and POST in X-Method-Override                          |
        | with the method PUT and POST in X-Method-Override, signed for POST         |
        | with the method PUT and _method=POST in the query                          |
        | with the method PUT and _method=POST in the query, signed for POST         |
        | with the method PUT and _method=POST in a form                             |
        | with the method PUT and _method=POST in a form, signed for POST            |
        | with the method PUT and _method=POST in the JSON                           |
        | with the method PUT and _method=POST in the JSON, signed for POST          |
        | with the method PATCH and POST in X-HTTP-Method-Override                   |
        | with the method PATCH and POST in X-HTTP-Method-Override, signed for POST  |
        | with the method PATCH and POST in X-HTTP-Method                            |
        | with the method PATCH and POST in X-HTTP-Method, signed for POST           |
        | with the method PATCH and POST in X-Method-Override                        |
        | with the method PATCH and POST in X-Method-Override, signed for POST       |
        | with the method PATCH and _method=POST in the query                        |
        | with the method PATCH and _method=POST in the query, signed for POST       |
        | with the method PATCH and _method=POST in a form                           |
        | with the method PATCH and _method=POST in a form, signed for POST          |
        | with the method PATCH and _method=POST in the JSON                         |
        | with the method PATCH and _method=POST in the JSON, signed for POST        |
        | with the method DELETE and POST in X-HTTP-Method-Override                  |
        | with the method DELETE and POST in X-HTTP-Method-Override, signed for POST |
        | with the method DELETE and POST in X-HTTP-Method                           |
        | with the method DELETE and POST in X-HTTP-Method, signed for POST          |
        | with the method DELETE and POST in X-Method-Override                       |
        | with the method DELETE and POST in X-Method-Override, signed for POST      |
        | with the method DELETE and _method=POST in the query                       |
        | with the method DELETE and _method=POST in the query, signed for POST      |
        | with the method DELETE and _method=POST in a form                          |
        | with the method DELETE and _method=POST in a form, signed for POST         |
        | with the method DELETE and _method=POST in the JSON                        |
        | with the method DELETE and _method=POST in the JSON, signed for POST       |

  Rule: A login that is not sent as JSON gets no token

    @should @CK-34
    Scenario Outline: A login <login>
      When Sora sends a login <login>
      Then the media type is refused

      Examples: other media types
        | login                                        |
        | sent as text/plain                           |
        | sent as a form                               |
        | sent as a form in several parts              |
        | sent as JSON with the content type of a form |
