namespace PixverseHarness.Verification.Snapshots;

/// <summary>The folder that holds committed snapshots.</summary>
public interface ISnapshotFolder
{
    /// <summary>How a message calls it.</summary>
    string Path { get; }

    /// <summary>Names of its files; empty when there is no such folder.</summary>
    IEnumerable<string> List();

    /// <summary>The bytes of a file; null when it is not there.</summary>
    byte[]? Read(string file);

    /// <summary>Writes a file, and makes the folder where there is none.</summary>
    void Write(string file, ReadOnlyMemory<byte> content);

    /// <summary>Deletes a file if it is there.</summary>
    void Delete(string file);
}
