namespace PixverseHarness.Verification.Checks;

/// <summary>Ids, keys and a body that no target has a job for.</summary>
internal static class Unknown
{
    /// <summary>The id that is all zeros, as a UUID.</summary>
    public const string ZeroId = "00000000-0000-0000-0000-000000000000";

    /// <summary>A key of the right form that nobody has.</summary>
    public const string Key = "SG_00000000badbadba";

    /// <summary>A UUID that no job has.</summary>
    public const string Uuid = "7d3c1f5a-9b2e-4c68-8a17-5e0f4d6b2c93";

    /// <summary>32 digits that no job has.</summary>
    public const string Hex32 = "7d3c1f5a9b2e2c688a175e0f4d6b2c93";

    /// <summary>A body that makes no job that could be billed, even where everything else about a request is overlooked.</summary>
    public static ReadOnlyMemory<byte> Body { get; } = "{}"u8.ToArray();

    /// <summary>An unknown id of the form of another one.</summary>
    public static string IdLike(string id) => id.Contains('-', StringComparison.Ordinal) ? Uuid : Hex32;
}
