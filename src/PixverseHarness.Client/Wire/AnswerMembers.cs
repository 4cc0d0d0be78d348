namespace PixverseHarness.Client;

/// <summary>Which text members a reading shall turn into strings; status, error and metrics are always read.</summary>
[Flags]
internal enum AnswerMembers
{
    /// <summary>None: enough for a poll, which then makes no string at all.</summary>
    None = 0,

    /// <summary>The id and the URLs.</summary>
    Links = 1,

    /// <summary>The output.</summary>
    Output = 2,
}
