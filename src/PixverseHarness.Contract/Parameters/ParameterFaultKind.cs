namespace PixverseHarness.Contract.Parameters;

/// <summary>In which way a request body is not valid.</summary>
public enum ParameterFaultKind
{
    /// <summary>The body is not well-formed JSON in UTF-8.</summary>
    MalformedJson,

    /// <summary>The body is JSON but not an object.</summary>
    NotAnObject,

    /// <summary>A required parameter is absent.</summary>
    Missing,

    /// <summary>A parameter that may not be null is null.</summary>
    Null,

    /// <summary>The value has another JSON type.</summary>
    WrongType,

    /// <summary>The value is not one of the allowed ones.</summary>
    NotAllowed,

    /// <summary>The prompt is empty or only white space.</summary>
    Empty,

    /// <summary>The text is longer than the profile's limit.</summary>
    TooLong,

    /// <summary>The number lies outside the profile's range.</summary>
    OutOfRange,

    /// <summary>R1, R2 or R3 is broken.</summary>
    RuleBroken,

    /// <summary>The member is none of the eight parameters.</summary>
    UnknownMember,

    /// <summary>The member stands twice.</summary>
    DuplicateMember,
}
