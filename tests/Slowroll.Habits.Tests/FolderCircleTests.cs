using Slowroll.Habits.Tests.Folders;

namespace Slowroll.Habits.Tests;

/// <summary>
/// The dependencies between the folders of a project run one way. A folder depends on another where its code names a
/// type of it: in a signature, a field, a base type, an attribute, an instruction. Files that a project takes from
/// another project count to the folder they are in. The root folder may use every folder, and every folder its public
/// types: they are what the project is for. What the root folder keeps internal, a folder below it doesn't use.
/// </summary>
public class FolderCircleTests
{
    public static TheoryData<string> Projects => [.. Repository.Projects];

    [Theory]
    [MemberData(nameof(Projects))]
    public void No_folder_of_a_project_depends_on_itself_over_others(string project)
    {
        var circles = FolderCircle.Edges(ProjectUses.Read(Repository.Assembly(project), project));

        Assert.True(circles.Count == 0, $"Folders of {project} depend on each other:\n{string.Join('\n', circles)}");
    }
}
