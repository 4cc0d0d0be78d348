namespace PixverseHarness.Contract.Profiles;

/// <summary>Form of a request id (section 5). Clients treat it as opaque.</summary>
public enum RequestIdFormat
{
    /// <summary>A hyphenated UUID, version 4, as the documentation shows.</summary>
    Uuid,

    /// <summary>32 lower-case hexadecimal digits, as seen live.</summary>
    Hex32,
}
