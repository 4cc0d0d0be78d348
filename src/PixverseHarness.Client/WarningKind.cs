namespace PixverseHarness.Client;

/// <summary>What a <see cref="Warning"/> is about.</summary>
public enum WarningKind
{
    /// <summary>The answer named a URL outside the base address; it was not followed, and no key was sent there.</summary>
    ForeignUrl,

    /// <summary>The answer to a submit left out a URL that the contract promises; the client built its own.</summary>
    MissingUrl,

    /// <summary>A status that the contract does not know was met; polling went on.</summary>
    UnknownState,

    /// <summary>A later answer showed an earlier state.</summary>
    StateRegressed,

    /// <summary>The status call and the result call contradict each other.</summary>
    ResultDisagrees,

    /// <summary>The result is usable but does not fit the contract's model: the API may have changed.</summary>
    ModelMismatch,
}
